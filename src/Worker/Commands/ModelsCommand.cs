using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Models;
using Spectre.Console;

namespace LiveQuality.Worker.Commands;

/// <summary>Which models there are and which of them scores.</summary>
internal static class ModelsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create() => new("models", "List, show, promote, roll back and retrain stored models") { List(), Show(), Promote(), RollBack(), Retrain() };

    private static Command List()
    {
        var command = new Command("list", "All models, the newest first; the champion scores");
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            var models = await services.GetRequiredService<ModelRegistry>().ReadAsync(cancellationToken);
            var list = new ModelList([.. models.Select(model => ModelSummary.Of(model, models))]);
            services.GetRequiredService<ResultWriter>().Write(list, OutputJson.Readable.ModelList, ShowTable);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var (command, id) = OfOne("show", "A model's manifest: data, options, seeds, versions, errors by slice, coverage");
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var registry = services.GetRequiredService<ModelRegistry>();
            var model = await registry.FindAsync(parsed.GetValue(id), cancellationToken);
            var document = ModelDocument.Of(ModelSummary.Of(model, await registry.ReadAsync(cancellationToken)), model.Manifest);
            services.GetRequiredService<ResultWriter>().Write(document, OutputJson.Readable.ModelDocument, ShowOne);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Promote()
    {
        var (command, id) = OfOne("promote", "Make a model the champion, whatever the comparison said");
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var registry = services.GetRequiredService<ModelRegistry>();
            var model = await registry.FindAsync(parsed.GetRequiredValue(id), cancellationToken);
            await registry.PromoteAsync(model, "promoted by hand", cancellationToken);
            return await WriteChampionAsync(services, cancellationToken);
        });
        id.Arity = ArgumentArity.ExactlyOne;
        return command;
    }

    private static Command RollBack()
    {
        var command = new Command("rollback", "Make the champion before this one champion again");
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            await services.GetRequiredService<ModelRegistry>().RollBackAsync(cancellationToken);
            return await WriteChampionAsync(services, cancellationToken);
        });
        return command;
    }

    private static Command Retrain()
    {
        var (command, id) = OfOne("retrain", "Train a model again from its manifest and compare the two to the bit; stores nothing");
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<RetrainStep>().RunAsync(parsed.GetValue(id), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.RetrainReport, (console, done) =>
                ReportTexts.Line(console, "retrain", $"{done.RetrainedId}{(done.Identical ? ", the same to the bit" : string.Empty)}"));
            return report.Identical ? ExitCode.Done : Problem.Report($"{report.ModelId} came out as {report.RetrainedId}: the program or a library is another one than it was trained with");
        });
        return command;
    }

    private static (Command Command, Argument<string?> Id) OfOne(string name, string description)
    {
        var id = new Argument<string?>("ID") { Description = "The model (default: the champion)", Arity = ArgumentArity.ZeroOrOne }.NotEmpty();
        return (new Command(name, description) { id }, id);
    }

    private static async Task<int> WriteChampionAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var registry = services.GetRequiredService<ModelRegistry>();
        var models = await registry.ReadAsync(cancellationToken);
        var champion = ModelSummary.Of(ModelRegistry.ChampionOf(models)!, models);
        services.GetRequiredService<ResultWriter>().Write(champion, OutputJson.Readable.ModelSummary, (console, model) =>
            ReportTexts.Line(console, "champion", $"{model.Id}: {model.Verdict}; `livequality score` scores with it"));
        return ExitCode.Done;
    }

    private static void ShowTable(IAnsiConsole console, ModelList list)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "model", "alias", "trained (UTC)", "promoted (UTC)", "verdict" })
        {
            table.AddColumn(name);
        }

        foreach (var model in list.Models)
        {
            table.AddRow(model.Id, model.Alias ?? string.Empty, Time(model.CreatedAt), model.PromotedAt is { } at ? Time(at) : "–", Markup.Escape(model.Verdict ?? string.Empty));
        }

        console.Write(table);
    }

    private static void ShowOne(IAnsiConsole console, ModelDocument document)
    {
        var model = document.Model;
        ReportTexts.Line(console, "model", $"{model.Id}{(model.Alias is { } alias ? $", {alias}" : string.Empty)}");
        ReportTexts.Line(console, "trained", $"{Time(model.CreatedAt)} UTC by {model.CodeVersion ?? "an unknown version"}");
        ReportTexts.Line(console, "verdict", $"{model.Verdict ?? "not compared"}");
        ReportTexts.Line(console, "weights", $"SHA-256 {model.WeightsSha256}");
        console.WriteLine(JsonSerializer.Serialize(document.Manifest, Indented));
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
