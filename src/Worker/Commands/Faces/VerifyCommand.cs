using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Commands.Faces;

internal static class VerifyCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("A") { Description = "A picture" }.NotEmpty();
        var second = new Argument<string>("B") { Description = "Another one" }.NotEmpty();
        var command = new Command("verify", "Tell whether two pictures show one person") { first, second };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var said = await services.GetRequiredService<VerifyStep>().RunAsync(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), cancellationToken);
            ResearchNote.Print(said.ResearchOnly);
            services.GetRequiredService<ResultWriter>().Write(said, OutputJson.Readable.FaceVerification, FaceTexts.Show);
            return Problem.Report(said.Same is null ? said.Reason : null);
        });
        return command;
    }
}
