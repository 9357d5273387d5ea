namespace Simulator;

/// <summary>
/// One step of a script. What its numbers stand for is found out when it is done: so every step means something
/// whatever was done before, and a script from which steps are taken is a script.
/// </summary>
/// <param name="Action">What is done.</param>
/// <param name="A">The first number.</param>
/// <param name="B">The second one.</param>
/// <param name="C">The third one.</param>
/// <param name="D">The fourth one.</param>
internal readonly record struct Step(StepAction Action, uint A, uint B, uint C, uint D);
