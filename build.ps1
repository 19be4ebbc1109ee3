# GanDsl's one script, on Windows; build.sh is the same for Linux and macOS.
# (No param block: PowerShell would take arguments such as --out for its own.)
$Command = if ($args.Count -gt 0) { $args[0] } else { 'help' }
$Rest = @($args | Select-Object -Skip 1)

$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

# In English, because Test-Solution reads it.
$env:DOTNET_CLI_TELEMETRY_OPTOUT = $env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'

$packages = 'GanDsl', 'GanDsl.CommandLine', 'GanDsl.Interactive', 'GanDsl.Media', 'GanDsl.PyTorch', 'GanDsl.Tables', 'GanDsl.ToyData', 'GanDsl.Templates'

$usage = @'
usage: ./build.ps1 COMMAND

  setup    restore the packages and the formatter; needs the .NET 10 SDK and a NuGet registry
  build    build the whole solution
  test     build, check the formatting and run every test; ends with a line "N passed, N failed"
  fuzz     hold random declarations, and mutilated ones, against TorchSharp: ./build.ps1 fuzz [CASES [SEED [FIRST]]]
  kills    kill trainings at random moments and let them go on: ./build.ps1 kills [COUNT [SEED]]
  fuzz-files  read damaged and hostile checkpoints, weights and options: ./build.ps1 fuzz-files [COUNT [SEED]]
  accept   write what is generated now as the accepted snapshots
  demo     train the digits example for about a minute; writes pictures to out/digits
  bench    compare the speed of the emitted training step: ./build.ps1 bench [memory | data | generator | gpu] [ARGUMENTS]
  pack     make the packages, into packages/
  api      record the public API in the PublicAPI.Unshipped.txt of each library
  format   format every file

Each command does the set-up it needs first.
'@

function Stop-With([string] $Message) {
    [Console]::Error.WriteLine("build.ps1: $Message")
    exit 1
}

# Calls dotnet, and ends the script where that fails. (What begins with a dash and has a colon in it needs quotes: PowerShell would take it
# for a parameter of this function.)
function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Restore-Tools {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        Stop-With "the .NET 10 SDK is needed, and there is no 'dotnet' on the PATH: https://dot.net"
    }
    Invoke-Dotnet tool restore | Out-Null
}

function Restore-All {
    Write-Output 'Restoring packages; the first time some 400 MB are downloaded ...'
    Restore-Tools
    Invoke-Dotnet restore GanDsl.sln --verbosity quiet
}

function Build-Solution {
    Restore-All
    Write-Output 'Building ...'
    Invoke-Dotnet build GanDsl.sln --configuration Release --no-restore --nologo --verbosity quiet
}

function Start-Project([string] $Project, [string[]] $Arguments = @()) {
    Restore-All
    Write-Output 'Building ...'
    Invoke-Dotnet run --project $Project --configuration Release --no-restore '--' @Arguments
}

# Runs the tests and adds up the totals that the test runner prints for each project. A run whose process ended in the middle counts
# as a failure.
function Test-Solution {
    $total = @{ Failed = 0; Passed = 0; Skipped = 0 }
    & dotnet test GanDsl.sln --configuration Release --no-build --nologo '--' RunConfiguration.TreatNoTestsAsError=true | ForEach-Object {
        Write-Output $_
        if ($_ -match '^Test Run Aborted') { $total.Failed++ }
        if ($_ -match 'Failed: +(\d+), Passed: +(\d+), Skipped: +(\d+)') {
            $total.Failed += [int] $Matches[1]
            $total.Passed += [int] $Matches[2]
            $total.Skipped += [int] $Matches[3]
        }
    }
    $status = $LASTEXITCODE
    $skipped = if ($total.Skipped -gt 0) { ", $($total.Skipped) skipped" }
    Write-Output "$($total.Passed) passed, $($total.Failed) failed$skipped"
    exit $status
}

# The analyzer names every public symbol that the files do not have; what is shipped stays in PublicAPI.Shipped.txt.
function Save-Api([string] $Project) {
    $file = "$Project/PublicAPI.Unshipped.txt"
    if (-not (Test-Path $file)) { return }
    [IO.File]::WriteAllText("$PSScriptRoot/$file", "#nullable enable`n")
    $said = & dotnet build $Project --configuration Release --no-restore --no-dependencies --nologo --verbosity quiet
    $found = [Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
    foreach ($line in $said) {
        if ($line -match "RS0016: Symbol '(.*)' is not part of the declared public API") { [void] $found.Add($Matches[1]) }
    }
    [IO.File]::AppendAllLines("$PSScriptRoot/$file", $found)
    Write-Output "${file}: $($found.Count) symbols"
}

switch ($Command) {
    'setup' {
        Restore-All
        Write-Output "Ready: 'dotnet build GanDsl.sln', './build.ps1 test' and './build.ps1 demo' work from here."
    }
    'build' { Build-Solution }
    'test' {
        Build-Solution
        Invoke-Dotnet csharpier check .
        Write-Output 'Testing ...'
        Test-Solution
    }
    'fuzz' { Start-Project tests/GanDsl.Fuzzing $Rest }
    'kills' { Start-Project tests/GanDsl.Endurance (@('kills') + $Rest) }
    'fuzz-files' { Start-Project tests/GanDsl.Endurance (@('files') + $Rest) }
    'accept' {
        Build-Solution
        $env:GANDSL_ACCEPT_SNAPSHOTS = '1'
        Invoke-Dotnet test tests/GanDsl.Generators.Tests --configuration Release --no-build --nologo --filter 'FullyQualifiedName~Snapshots'
    }
    'demo' { Start-Project examples/Digits $Rest }
    'bench' {
        if ($Rest.Count -gt 0 -and $Rest[0] -eq 'generator') {
            Start-Project tests/GanDsl.Generators.Benchmarks @($Rest | Select-Object -Skip 1)
        } else {
            Start-Project tests/GanDsl.Benchmarks $Rest
        }
    }
    'pack' {
        Build-Solution
        Write-Output 'Packing ...'
        foreach ($project in $packages) {
            # Compiled anew, because a compiler that has nothing to do checks nothing.
            Invoke-Dotnet build "src/$project" --configuration Release --no-restore --no-dependencies --no-incremental --nologo --verbosity quiet '-p:CheckPublicApi=true'
            Invoke-Dotnet pack "src/$project" --configuration Release --no-build --nologo --verbosity quiet --output packages
        }
        Get-ChildItem packages/*.nupkg | Select-Object -ExpandProperty Name
    }
    'api' {
        Build-Solution
        Write-Output 'Recording the public API ...'
        foreach ($project in $packages) { Save-Api "src/$project" }
    }
    'format' {
        Restore-Tools
        Invoke-Dotnet csharpier format .
    }
    'help' { Write-Output $usage }
    default {
        Write-Output $usage
        Stop-With "there is no command '$Command'."
    }
}
