using System.Globalization;

namespace Plumbline.App.Texts;

/// <summary>A text of the app in both languages. One that lacks a language does not compile; so does a page that asks for one that is not there.</summary>
/// <param name="En">English.</param>
/// <param name="Ru">Russian.</param>
internal sealed record Text(string En, string Ru);

/// <summary>A text with a number in it, <c>{0}</c>, in the forms that the languages have.</summary>
/// <param name="One">English for 1.</param>
/// <param name="Many">English for all other numbers.</param>
/// <param name="RuOne">Russian for 1, 21, 31.</param>
/// <param name="RuFew">Russian for 2 to 4, 22 to 24.</param>
/// <param name="RuMany">Russian for all others.</param>
internal sealed record CountedText(string One, string Many, string RuOne, string RuFew, string RuMany);

/// <summary>The language that somebody reads the app in.</summary>
internal enum Language
{
    English,
    Russian,
}

/// <summary>Texts in one language.</summary>
internal static class Speaking
{
    /// <summary>The text.</summary>
    public static string Say(this Language language, Text text) => language == Language.Russian ? text.Ru : text.En;

    /// <summary>The text with its places <c>{0}</c> filled.</summary>
    public static string Say(this Language language, Text text, params object?[] parts) => string.Format(CultureInfo.InvariantCulture, language.Say(text), parts);

    /// <summary>The form for a number, which is written with its digits in groups.</summary>
    public static string Say(this Language language, CountedText text, long number)
    {
        var form = language == Language.English ? (number == 1 ? text.One : text.Many)
            : (number % 10, number % 100) switch { (1, not 11) => text.RuOne, ( >= 2 and <= 4, not (>= 12 and <= 14)) => text.RuFew, _ => text.RuMany };
        return string.Format(CultureInfo.InvariantCulture, form, language.Digits(number));
    }

    /// <summary>A number with its digits in groups.</summary>
    public static string Digits(this Language language, long number) => language == Language.English
        ? number.ToString("#,0", CultureInfo.InvariantCulture)
        : number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    /// <summary>A number with its digits in groups and no more than so many places.</summary>
    public static string Decimal(this Language language, decimal number, int places)
    {
        var text = Math.Round(number, places, MidpointRounding.AwayFromZero).ToString("#,0." + new string('#', places), CultureInfo.InvariantCulture);
        return language == Language.English ? text : text.Replace(',', '\u00a0').Replace('.', ',');
    }

    /// <summary>The code for <c>lang</c>.</summary>
    public static string Code(this Language language) => language == Language.Russian ? "ru" : "en";

    /// <summary>The language of somebody whose computer speaks this one.</summary>
    public static Language Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ru" ? Language.Russian : Language.English;
}
