using Plumbline.Ingest;

if (args is ["read-worker"])
{
    using var input = Console.OpenStandardInput();
    using var output = Console.OpenStandardOutput();
    return ReaderWorker.Run(input, output);
}

return 0;
