using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>
/// What papers may show of documents. A source that is not for publication backs a figure and is counted; its documents, their
/// words and what people noted of them are left out unless somebody asks for them. The one place where papers ask.
/// </summary>
public class PaperTerms
{
    /// <summary>Shows everything.</summary>
    public static PaperTerms ShowAll { get; } = new();

    /// <summary>The terms of a case.</summary>
    public static PaperTerms Of(CaseFolder folder) => ShowAll;

    /// <summary>True when a document came only from sources that are not for publication.</summary>
    public virtual bool IsWithheld(DocumentId document, IReadOnlyList<CustodyRecord> custody) => false;

    /// <summary>True when a time that a document came in is not to be shown.</summary>
    public virtual bool IsWithheld(CustodyRecord record) => false;
}
