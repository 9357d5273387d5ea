Console.WriteLine($"hello, {(args.Length > 0 ? args[0] : "world")}! I am task {Call.Count(Counter.Self)}");
return 7;
