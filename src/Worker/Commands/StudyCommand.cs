using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class StudyCommand
{
    private const string DefaultFolder = "study-report";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The study's table (.xlsx or .csv)", HelpName = "FILE", Required = true };
        var folder = new Option<string>("--out")
        {
            Description = $"Folder of the report; files of an earlier study in it are replaced (default {DefaultFolder})",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var resume = new Option<bool>("--resume") { Description = "Go on with a study that was stopped, from what it left in the folder" };
        var options = new StudyOptions();
        var command = new Command("study", "Rerun the published study on its table, as it was done or honestly, and report both") { data, folder, resume };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var to = parsed.GetRequiredValue(folder);
            var result = await services.GetRequiredService<StudyStep>().RunAsync(
                parsed.GetRequiredValue(data), options.Read(parsed), to, parsed.GetValue(resume), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(result, OutputJson.Readable.StudyResult, (console, study) => StudyText.Show(console, study, to));
            return ExitCode.Done;
        });
        return command;
    }
}
