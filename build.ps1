# A door to build/Verbs, where every verb lives. The same as build.sh, except that dotnet itself finds what is stale.
$ErrorActionPreference = 'Stop'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('error: dotnet is not on PATH: install the .NET SDK 10 (https://dotnet.microsoft.com/download/dotnet/10.0)')
    exit 1
}
Push-Location $PSScriptRoot
$log = dotnet msbuild build/Verbs/Verbs.csproj -restore -nologo -verbosity:quiet -clp:NoSummary 2>&1
$code = $LASTEXITCODE
Pop-Location
if ($code -ne 0) {
    $log | ForEach-Object { [Console]::Error.WriteLine($_) }
    [Console]::Error.WriteLine('error: build/Verbs does not build: mend the errors above')
    exit 1
}
$verb = if ($args.Count) { $args } else { @('--help') }
dotnet "$PSScriptRoot/artifacts/bin/Verbs/debug/verbs.dll" @verb
exit $LASTEXITCODE
