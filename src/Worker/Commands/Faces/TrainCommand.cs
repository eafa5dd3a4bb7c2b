using System.CommandLine;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class TrainCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("NETWORK") { Description = string.Join(", ", FaceWorkshop.Kinds) };
        kind.AcceptOnlyFromAmong([.. FaceWorkshop.Kinds]);
        var data = new Option<string[]>("--data") { Description = "A zip with images/ and labels.csv, or pairs.csv for triplet; may be given several times", HelpName = "FILE", Required = true }.NotEmpty();
        var to = new Option<string>("--out") { Description = "The head's manifest, NAME.json; its numbers go to NAME.safetensors", HelpName = "FILE", Required = true }.NotEmpty();
        var command = new Command("train", "Train a head on labelled faces; a training that was stopped goes on when it is called again") { kind, data, to };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<FaceWorkshopStep>().TrainAsync(
                parsed.GetRequiredValue(kind), parsed.GetRequiredValue(data), parsed.GetRequiredValue(to), parsed.GetValue(GlobalOptions.Seed), cancellationToken);
            ResearchNote.Print(report.ResearchOnly);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.FaceTrainingReport, FaceTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
