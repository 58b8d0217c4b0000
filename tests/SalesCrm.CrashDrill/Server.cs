using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SalesCrm.CrashDrill;

/// <summary>The product as its own process, as on a server: Production, embedded database.</summary>
internal sealed class Server(string program, string file, int port) : IDisposable
{
    public const string Password = "chuntian-9-duo-hua";

    private readonly StreamWriter _log = new(file + ".log") { AutoFlush = true };
    private Process? _process;

    public Uri Site { get; } = new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Starts it and returns how long it took until it was ready.</summary>
    public async Task<TimeSpan> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        _process = Run(["--urls", Site.ToString()]);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = Site };
        while (watch.Elapsed < TimeSpan.FromMinutes(1))
        {
            if (_process.HasExited)
            {
                throw new DrillException($"The server ended with {_process.ExitCode}; see {file}.log");
            }

            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new DrillException("The server was not ready in a minute.");
    }

    /// <summary>SIGKILL: no clean-up, no last words.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Carries out a verb and returns its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> VerbAsync(string[] words, string input = "")
    {
        using var process = Run(words);
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    private Process Run(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ConnectionStrings__SalesCrm", $"Data Source={file}"), ("Database__Provider", "Sqlite"), ("AllowedHosts", "127.0.0.1"),
            ("RateLimits__LoginsPerMinute", "1000000"), ("RateLimits__ImportsPerHour", "1000000"), ("RateLimits__RequestsPerMinute", "1000000"),
            ("Logging__LogLevel__Default", "Warning"),
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            if (line is not null && _log.BaseStream.CanWrite)
            {
                _log.WriteLine(line);
            }
        }
    }
}
