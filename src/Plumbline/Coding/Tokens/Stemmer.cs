using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// Groups the forms of a word by a common stem: Snowball's Russian stemmer for Cyrillic, its English one for Latin, with
/// <see cref="StemMends"/> where Snowball is wrong on words that matter here. Forms with digits or of other scripts
/// are their own stem. Holds for every form: the stem without its last letter is a prefix of the form, so that the
/// forms of a stem lie together in a sorted vocabulary. Not thread safe.
/// </summary>
internal sealed class Stemmer
{
    /// <summary>Shorter stems are none: a form that would have one is its own stem, so that ст is not ста.</summary>
    public const int MinStem = 3;

    private readonly RussianStemmer russian = new();
    private readonly EnglishStemmer english = new();
    private char[] letters = new char[TokenScanner.MaxForm];

    /// <summary>The stem of a form as the tokenizer folds it.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> form)
    {
        var script = ScriptOf(form);
        if (script == Script.Other || form.Length < MinStem)
        {
            return form;
        }

        if (script == Script.Cyrillic && StemMends.Whole(form) is { } mended)
        {
            return mended;
        }

        SnowballProgram program = script == Script.Cyrillic ? russian : english;
        if (letters.Length < form.Length)
        {
            letters = new char[form.Length];
        }

        form.CopyTo(letters);
        program.SetCurrent(letters, form.Length);
        program.Stem();
        var stem = program.CurrentBuffer.AsSpan(0, program.CurrentBufferLength);
        if (script == Script.Cyrillic)
        {
            return Guarded(form, StemMends.Ending(stem));
        }

        return Guarded(form, stem);
    }

    /// <summary>32-bit hash of the stem; written into part files, so it never changes (FNV-1a over UTF-16 units).</summary>
    public uint HashOf(ReadOnlySpan<char> form) => Hash(Of(form));

    /// <summary>The hash of a stem.</summary>
    public static uint Hash(ReadOnlySpan<char> stem)
    {
        var hash = 2166136261u;
        foreach (var c in stem)
        {
            hash = (hash ^ (byte)c) * 16777619u;
            hash = (hash ^ (byte)(c >> 8)) * 16777619u;
        }

        return hash;
    }

    private static ReadOnlySpan<char> Guarded(ReadOnlySpan<char> form, ReadOnlySpan<char> stem) =>
        stem.Length >= MinStem && form.StartsWith(stem[..^1]) ? stem : form;

    private enum Script
    {
        Other,
        Cyrillic,
        Latin,
    }

    private static Script ScriptOf(ReadOnlySpan<char> form) =>
        form.IndexOfAnyExceptInRange('а', 'я') < 0 ? Script.Cyrillic
        : form.IndexOfAnyExceptInRange('a', 'z') < 0 ? Script.Latin
        : Script.Other;
}
