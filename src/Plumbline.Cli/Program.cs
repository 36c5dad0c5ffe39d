using Plumbline.Cli;

// The workers are started many times and parse hostile input: nothing of the command line is loaded for them.
return args.Length == 1 && Workers.TryRun(args[0]) is { } code ? code : Host.Run(args);
