using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Cli.Pages;

/// <summary>How papers look: on A4, on a telephone, by day and by night. One style sheet inside the page, named in its policy by its hash.</summary>
internal static class PaperStyle
{
    /// <summary>Value of the Content-Security-Policy: this style and nothing else, from nowhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";

    public const string Css = """

        :root { color-scheme: light dark; --ink: #1b1d20; --soft: #575d66; --line: #d5d8dd; --ground: #ffffff; --card: #f6f7f8; --mark: #fff0b3;
          --good: #146c3c; --bad: #a8201a; --open: #7a5200; --link: #1d4f91; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a3aab4; --line: #3a3f47; --ground: #15171a; --card: #1e2125; --mark: #5b4a00;
          --good: #6fce98; --bad: #ff8d85; --open: #f0bf5a; --link: #8fb8f2; } }
        * { box-sizing: border-box; }
        html { background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; overflow-wrap: break-word; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: .25rem 0 .75rem; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
        h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.75rem 0 .5rem; }
        p, ul, ol, dl, blockquote { margin: .5rem 0; }
        a { color: var(--link); }
        .kicker, .soft, footer { color: var(--soft); font-size: .9rem; }
        .kicker { margin: 0; }
        .warning { border: 2px solid var(--open); padding: .5rem .75rem; } .warning code { white-space: nowrap; }
        code, .mono { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .85em; overflow-wrap: anywhere; }
        pre { background: var(--card); border: 1px solid var(--line); padding: .6rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
        blockquote { margin: .35rem 0 .6rem; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--line); font-family: Georgia, "Noto Serif", "DejaVu Serif", serif; }
        mark { background: var(--mark); color: inherit; padding: 0 .1em; }
        nav ol { columns: 2; column-gap: 2rem; padding-left: 1.3rem; margin: .5rem 0; }
        nav li { break-inside: avoid; }
        dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem 1rem; }
        dt { color: var(--soft); } dd { margin: 0; min-width: 0; }
        .badge { display: inline-block; font-weight: 700; border: 1.5px solid currentColor; border-radius: .25rem; padding: 0 .45rem; margin-right: .4rem; }
        .good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--open); }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: .35rem; padding: .75rem 1rem; margin: .9rem 0; }
        .card h3, .card h4 { margin-top: 0; } .card h4 { font-size: 1rem; margin-bottom: .25rem; }
        .values { margin: .4rem 0 0; padding: 0; list-style: none; } .values > li { border-top: 1px solid var(--line); padding: .45rem 0; }
        .who { display: block; font-size: .92rem; }
        .sentence { font-family: Georgia, "Noto Serif", "DejaVu Serif", serif; font-size: 1.1rem; }
        .around { color: var(--soft); }
        @media (max-width: 34rem) { body { padding: 1rem .9rem 3rem; } nav ol { columns: 1; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } h1 { font-size: 1.4rem; } .card { padding: .6rem .7rem; } }
        @page { size: A4; margin: 17mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
        @media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --card: #fff; --mark: #eee; --good: #000; --bad: #000; --open: #000; --link: #000; }
          html { font-size: 10.5pt; } body { max-width: none; padding: 0; } a { text-decoration: none; } mark { font-weight: 700; text-decoration: underline; }
          h2, h3, h4 { break-after: avoid; } .card h3, .values > li, blockquote, pre { break-inside: avoid; } p, li { orphans: 3; widows: 3; } .new-page { break-before: page; } }

        """;
}
