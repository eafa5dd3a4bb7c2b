using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using LiveQuality.Crawler;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Output;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Commands;

/// <summary>Runs a command's body with its services and an open store, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="command">Gets the body.</param>
    /// <param name="onlyReads">Whether a store that is not there yet is an error.</param>
    /// <param name="body">The work; returns an exit code.</param>
    public static void SetBody(this Command command, bool onlyReads, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetBody(onlyReads, opensStore: true, body);

    /// <summary>For a command that needs no store.</summary>
    /// <param name="command">Gets the body.</param>
    /// <param name="body">The work; returns an exit code.</param>
    public static void SetBodyWithoutStore(this Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetBody(onlyReads: true, opensStore: false, body);

    /// <summary>For a command that makes a host of its own.</summary>
    /// <param name="command">Gets the body.</param>
    /// <param name="body">The work; returns an exit code.</param>
    public static void SetBodyWithHost(this Command command, Func<WorkerSettings, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction((parsed, cancellationToken) => GuardAsync(() => body(Settings(parsed, onlyReads: false), parsed, cancellationToken), parsed.InvocationConfiguration.Error, cancellationToken));

    private static void SetBody(this Command command, bool onlyReads, bool opensStore, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction((parsed, cancellationToken) => GuardAsync(
            async () =>
            {
                await using var services = Composition.Build(Settings(parsed, onlyReads));
                await using var scope = services.CreateAsyncScope();
                if (opensStore)
                {
                    await services.GetRequiredService<IRecordStore>().OpenAsync(cancellationToken);
                }

                return await body(scope.ServiceProvider, parsed, cancellationToken);
            },
            parsed.InvocationConfiguration.Error,
            cancellationToken));

    private static WorkerSettings Settings(ParseResult parsed, bool onlyReads) => new(
        parsed.GetValue(GlobalOptions.Store),
        onlyReads,
        parsed.GetValue(GlobalOptions.Json),
        parsed.GetValue(GlobalOptions.Seed),
        parsed.GetValue(TrainingOverrides.Regressor),
        parsed.GetValue(TrainingOverrides.MinReviews),
        parsed.GetValue(TrainingOverrides.Features));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The last line of defence: a person gets one line, never a stack trace.")]
    private static async Task<int> GuardAsync(Func<Task<int>> body, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            return await body();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail("stopped; what was stored is kept", ExitCode.Failed);
        }
        catch (UserFacingException e)
        {
            return Fail(e.Message, ExitCode.Failed);
        }
        catch (OptionsValidationException e)
        {
            return Fail(string.Join("; ", e.Failures), ExitCode.BadUsage);
        }
        catch (InvalidDataException e)
        {
            // The settings file is no JSON; the message names it, the inner one says where.
            return Fail($"{e.Message} {e.InnerException?.Message}", ExitCode.BadUsage);
        }
        catch (Exception e)
        {
            return Fail($"a fault in the program, please report it: {e.GetType().Name}: {e.Message}", ExitCode.Failed);
        }

        int Fail(string message, int code)
        {
            errors.WriteLine($"livequality: {Printable.OneLine(message)}");
            return code;
        }
    }
}
