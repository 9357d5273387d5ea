using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verbs.Measuring;

/// <summary>Figures as JSON, with what every processor measured.</summary>
public static class FigureJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>The text of a file; missing figures are in it, with <c>null</c> for their value.</summary>
    public static string Write(Scores scores) => new JsonObject
    {
        ["figures"] = new JsonArray([.. scores.Figures.Select(WriteFigure)]),
        ["complaints"] = new JsonArray([.. scores.Complaints.Select(static each => (JsonNode)each)]),
    }.ToJsonString(s_options) + "\n";

    private static JsonObject WriteFigure(Figure figure) => new()
    {
        ["name"] = figure.Bar.Name,
        ["unit"] = figure.Bar.Unit,
        ["value"] = figure.Value,
        ["bar"] = figure.Bar.Limit,
        ["verdict"] = FigureText.Word(figure.Verdict),
        ["measured"] = new JsonObject(figure.Measured.Select(
            static each => KeyValuePair.Create(each.Key, (JsonNode?)WriteMeasurement(each.Value)))),
    };

    private static JsonObject WriteMeasurement(Measurement measurement)
    {
        var written = new JsonObject { ["value"] = measurement.Value };
        if (measurement.Counts is { } counts)
        {
            written["cr3"] = counts.RootWrites;
            written["invlpg"] = counts.Invalidations;
            written["copied"] = counts.Copied;
        }
        return written;
    }
}
