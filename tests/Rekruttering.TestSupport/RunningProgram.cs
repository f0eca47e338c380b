using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rekruttering.TestSupport;

/// <summary>
/// The program as it is run, in a process of its own and in a folder of its own: for what only a process can show, such as a start from
/// nothing, kill -9 and memory. Its database and its outbox lie under <c>data/</c> in that folder.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _awaited = new();
    private readonly SemaphoreSlim _printed = new(0);
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The process, for its id and its memory.</summary>
    public Process Process => _process;

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Starts it on a free port and waits until it listens.</summary>
    /// <param name="folder">Its working directory.</param>
    /// <param name="arguments">Further arguments; configuration as <c>--Mail:PerMinute=0</c>.</param>
    public static Task<RunningProgram> StartAsync(string folder, params string[] arguments) => StartAsync(ProgramFile.Web, folder, arguments);

    /// <inheritdoc cref="StartAsync(string, string[])"/>
    public static async Task<RunningProgram> StartAsync(ProgramFile file, string folder, params string[] arguments)
    {
        var program = new RunningProgram(file.Create(folder, ["--urls", "http://127.0.0.1:0", .. arguments]));
        program._process.OutputDataReceived += (_, line) => program.Read(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Read(line.Data);
        program._process.Exited += (_, _) => program._listening.TrySetException(new InvalidOperationException("The program ended:\n" + string.Join('\n', program._lines)));
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        try
        {
            program.Address = await program._listening.Task.WaitAsync(LongestStart);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first line that holds these words, printed already or to come.</summary>
    public async Task<string> LineWith(string words)
    {
        var awaited = _awaited.GetOrAdd(words, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_lines.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } printed)
            awaited.TrySetResult(printed);
        return await awaited.Task.WaitAsync(LongestStart);
    }

    /// <summary>Begins a command of the operator, to be watched or killed.</summary>
    public static RunningProgram Begin(string folder, params string[] arguments)
    {
        var program = new RunningProgram(ProgramFile.Web.Create(folder, arguments));
        program._process.OutputDataReceived += (_, line) => program.Read(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Read(line.Data);
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs one command of the operator to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, string input, params string[] arguments) => RunAsync(ProgramFile.Web, folder, input, arguments);

    /// <inheritdoc cref="RunAsync(string, string, string[])"/>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProgramFile file, string folder, string input, params string[] arguments)
    {
        using var process = file.Create(folder, arguments);
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The first line it prints that begins so, also one that is still to come.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } found)
                return found;
            if (!await _printed.WaitAsync(LongestStart))
                throw new TimeoutException($"It never printed '{beginning}'.");
        }
    }

    /// <summary>Ends it as a power failure would: kill -9.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _printed.Dispose();
    }

    private void Read(string? line)
    {
        const string Listening = "Now listening on: ";
        if (line is null)
            return;
        _lines.Enqueue(line);
        _printed.Release();
        foreach (var (words, awaited) in _awaited)
            if (line.Contains(words, StringComparison.Ordinal))
                awaited.TrySetResult(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}

/// <summary>What is started: an assembly, the words that stand before all others, and what its environment has more.</summary>
public sealed record ProgramFile(string Assembly, string[] FirstWords, params (string Name, string Value)[] Environment)
{
    /// <summary>The program itself, as it was built beside the tests in the same configuration.</summary>
    public static ProgramFile Web { get; } = new(FindWeb(), []);

    internal Process Create(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. FirstWords, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment.Append(("ASPNETCORE_ENVIRONMENT", "Production")).Append(("DOTNET_ENVIRONMENT", "Production")))
            start.Environment[name] = value;
        return new Process { EnableRaisingEvents = true, StartInfo = start };
    }

    private static string FindWeb([CallerFilePath] string thisFile = "")
    {
        var tests = Path.GetDirectoryName(Path.GetDirectoryName(thisFile))!;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;
        return Path.GetFullPath(Path.Combine(tests, "..", "src", "Rekruttering.Web", "bin", configuration, "net10.0", "Rekruttering.Web.dll"));
    }
}
