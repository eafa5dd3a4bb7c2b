using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Pictures (JPEG, PNG, WebP), or folders of them", Arity = ArgumentArity.OneOrMore }.NotEmpty();
        var command = new Command("analyze", "Say what can be told of the face in each picture, and how sure that is") { files };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<AnalyzeStep>().RunAsync(parsed.GetRequiredValue(files), cancellationToken);
            ResearchNote.Print(report.ResearchOnly);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.AnalyzeReport, FaceTexts.Show);
            return Problem.Report(report.Problem);
        });
        return command;
    }
}
