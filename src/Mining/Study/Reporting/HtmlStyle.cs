namespace LiveQuality.Mining.Study.Reporting;

/// <summary>How the HTML report looks: the reader's own typeface, light or dark as the reader's screen is, tables that scroll in their own box.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet; it names no address.</summary>
    public const string Sheet = """

        :root { --ground: #fff; --text: #1f2328; --faint: #59636e; --line: #d8dee4; --band: #f6f8fa; --link: #0a5bc4; --firm: #12692f; --off: #a33b00; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #14181d; --text: #e6e9ec; --faint: #a3adb8; --line: #363d46; --band: #1d232a; --link: #7ab7ff; --firm: #67d58a; --off: #ffb072; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 74rem; padding: 1rem 1.25rem 4rem; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 1.8rem; line-height: 1.2; margin: 1.5rem 0 .75rem; }
        h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
        p { max-width: 46rem; }
        a { color: var(--link); }
        .summary { font-size: 1.1rem; }
        nav { background: var(--band); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1.25rem; }
        nav h2 { margin: 0; border: 0; font-size: 1rem; padding: 0; }
        nav ol { margin: .4rem 0 0; padding-left: 1.4rem; columns: 16rem; }
        .table { overflow-x: auto; margin: 1rem 0 1.5rem; border: 1px solid var(--line); border-radius: 8px; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: .6rem .5rem; color: var(--faint); }
        th, td { padding: .35rem .5rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); unicode-bidi: isolate; }
        thead th { white-space: nowrap; background: var(--band); }
        tbody th { font-weight: 600; white-space: nowrap; }
        .number { text-align: right; white-space: nowrap; }
        .firm { color: var(--firm); }
        .off { color: var(--off); font-weight: 600; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; margin: 1rem 0 1.5rem; }
        figure { box-sizing: content-box; min-width: 0; margin: 0; padding: .75rem; background: #fff; color: #3b434c; border: 1px solid var(--line); border-radius: 8px; }
        img { display: block; max-width: 100%; height: auto; }
        figcaption { font-size: .85rem; margin-top: .5rem; }
        pre { overflow-x: auto; padding: .75rem; background: var(--band); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
        @media print { .table { overflow: visible; } figure, tr { break-inside: avoid; } }

        """;
}
