namespace Plumbline.Invented;

/// <summary>A file of an invented case.</summary>
/// <param name="Path">Relative, with slashes, unique within a case.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record InventedFile(string Path, byte[] Bytes);

/// <summary>What a careful person reads in a document for one variable.</summary>
/// <param name="Value">The value; <c>unclear</c> or <c>not stated</c> where there is none.</param>
/// <param name="Words">Words of the document that say so, exactly; empty where silence or the whole of it does.</param>
public sealed record InventedAnswer(string Value, string Words);
