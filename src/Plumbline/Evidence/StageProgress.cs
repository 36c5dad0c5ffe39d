namespace Plumbline.Evidence;

/// <summary>How far a stage is. Reported at most a few times a second, and once at the end.</summary>
/// <param name="Stage">Word of the stage, such as <c>ingest</c>.</param>
/// <param name="Things">What is counted, in the plural, such as <c>documents</c>.</param>
/// <param name="Done">Done so far, failures among them.</param>
/// <param name="Total">All there is to do; 0 while unknown.</param>
/// <param name="Problems">Problems found so far.</param>
public readonly record struct StageProgress(string Stage, string Things, long Done, long Total, long Problems = 0);
