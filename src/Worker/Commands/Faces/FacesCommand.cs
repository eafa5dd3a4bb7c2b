using System.CommandLine;

namespace LiveQuality.Worker.Commands.Faces;

/// <summary>All that is done with faces.</summary>
internal static class FacesCommand
{
    public static Command Create() => new("faces", "Score faces in pictures: off by default in every other command (docs/faces.md)")
    {
        InstallCommand.Create(),
        AnalyzeCommand.Create(),
        VerifyCommand.Create(),
        EvaluateCommand.Create(),
        TrainCommand.Create(),
        ScoreCommand.Create(),
        ForgetCommand.Create(),
        AblationCommand.Create(),
    };
}
