using LiveQuality.Worker.Commands;

return await CommandLine.RunAsync(args);
