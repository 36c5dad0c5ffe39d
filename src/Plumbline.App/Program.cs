using Plumbline.App.Hosting;
using Plumbline.Cli;

// Files are parsed and SQL is run by this program as a limited child of itself: nothing of the web is loaded for that.
return args.Length == 1 && Workers.TryRun(args[0]) is { } code ? code : await AppRun.RunAsync(args).ConfigureAwait(false);
