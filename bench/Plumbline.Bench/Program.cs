using BenchmarkDotNet.Running;
using Plumbline.Bench;

// "queries [documents]": the token store and the query language on many documents, with a stop watch. Else BenchmarkDotNet.
if (args is ["queries", ..])
{
    QueryMeasure.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
