using System.CommandLine;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A zip with images/ and labels.csv, or pairs.csv for verification", HelpName = "FILE", Required = true }.NotEmpty();
        var task = new Option<string>("--task") { Description = "What is asked", HelpName = string.Join('|', FaceEvaluation.Tasks), Required = true }.OneOf([.. FaceEvaluation.Tasks]);
        var model = new Option<string?>("--model") { Description = "A trained head's manifest (default: the one that comes with the program)", HelpName = "FILE" }.NotEmpty();
        var command = new Command("evaluate", "Measure a head on labelled faces, with intervals and by group") { data, task, model };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var evaluation = await services.GetRequiredService<FaceWorkshopStep>().EvaluateAsync(
                parsed.GetRequiredValue(data), parsed.GetRequiredValue(task), parsed.GetValue(model), parsed.GetValue(GlobalOptions.Seed), cancellationToken);
            ResearchNote.Print(evaluation.ResearchOnly);
            services.GetRequiredService<ResultWriter>().Write(evaluation, OutputJson.Readable.FaceEvaluation, FaceTexts.Show);
            return ExitCode.Done;
        });
        return command;
    }
}
