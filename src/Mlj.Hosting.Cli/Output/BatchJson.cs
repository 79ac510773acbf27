using Mlj.Hosting.Cli.Batches;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What became of the runs of a batch, as one JSON document.</summary>
internal static class BatchJson
{
    public static void Write(IReadOnlyList<BatchOutcome> outcomes, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("runs");
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("name", outcome.Name);
            json.WriteString("output", outcome.Output);
            json.WriteString("status", BatchText.Name(outcome.Status));
            if (outcome.Record is { } record)
            {
                json.WriteNumber("tests", record.Tests);
                json.WriteNumber("participants", record.Participants);
            }
            json.WriteStartArray("refused");
            foreach (var refused in outcome.Refused)
            {
                json.WriteStartObject();
                json.WriteString("file", refused.File);
                json.WriteString("code", refused.Code);
                json.WriteString("reason", refused.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("problem", outcome.Problem);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        foreach (var status in Enum.GetValues<BatchStatus>())
            json.WriteNumber(BatchText.Name(status), outcomes.Count(outcome => outcome.Status == status));
    });
}
