using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Recognition.Scores;

/// <summary>Gives every row the answer that its cells come to; rows whose cells are alike share one.</summary>
/// <param name="rows">The rows.</param>
/// <param name="scores">What is counted.</param>
/// <param name="beside">The percentages beside it, which confirm it and stand in where it is missing; null when there are none.</param>
/// <param name="where">The sheet, for notes.</param>
/// <param name="notes">Where notes go.</param>
internal sealed class ScoreAnswers(ResponseRows rows, ReadScores scores, ReadScores? beside, Place where, List<Note> notes)
{
    /// <summary>Gives the answers.</summary>
    /// <param name="maximumOf">The maximum of a row.</param>
    public void Give(Func<int, decimal> maximumOf)
    {
        var judged = new Dictionary<(int Cell, int Beside, decimal Maximum), Judgement>();
        var taken = new RepeatedNotes(notes, "percentage_taken", "more rows have no points; their percentages were taken");
        var disagreements = new RepeatedNotes(notes, "score_disagrees", "more rows have points and a percentage that do not agree");
        for (var index = 0; index < rows.Count; index++)
        {
            ref var row = ref rows.Span[index];
            if (!row.IsAttempt)
            {
                row.Answer = new Answer { Kind = ResponseKind.NotAParticipant, RawScore = scores.Cells[index]?.Show(), Fault = row.Answer.Fault };
                continue;
            }
            var alike = (scores.Cells.Number(index), beside?.Cells.Number(index) ?? 0, Maximum: maximumOf(index));
            if (!judged.TryGetValue(alike, out var judgement))
                judged[alike] = judgement = Judge(scores.Cells[index], beside?.Cells[index], alike.Maximum);
            row.Answer = judgement.Answer;
            if (judgement.Beside == Beside.Taken && taken.Take())
                taken.Add(NoteLevel.Review, $"There are no points; the percentage {Percentage(index)} was taken.", At(row));
            else if (judgement.Beside == Beside.Disagrees && disagreements.Take())
                disagreements.Add(NoteLevel.Review, string.Create(CultureInfo.InvariantCulture,
                    $"{judgement.Answer.Score} is {Rounding.HalfAwayFromZero(judgement.Answer.Percentage!.Value, 2)} %, but the row also says {Percentage(index)}. The points were taken."), At(row));
        }
        taken.Close(where);
        disagreements.Close(where);
    }

    private Judgement Judge(RawScore? raw, RawScore? percentage, decimal maximum)
    {
        if (beside is not null && percentage is { IsMissing: false } alone && raw is null or { IsMissing: true })
            return new Judgement(beside.Answer(alone, 100, beside.Column), Beside.Taken);
        var answer = raw is { } cell ? scores.Answer(cell, maximum) : new Answer();
        var agrees = beside is null || percentage is not { IsMissing: false } other || answer.Score is not { } counted
            || beside.Read(other).Points is not { } written || ReadScores.Agrees(counted.Percentage, written, other);
        return new Judgement(answer, agrees ? Beside.Agrees : Beside.Disagrees);
    }

    private string Percentage(int row) => beside!.Cells[row]!.Value.Show();

    private Place At(in ResponseRow row) => where with { Row = row.Number, Column = beside!.Column };

    /// <summary>What the percentage beside the points says.</summary>
    private enum Beside
    {
        /// <summary>The same as the points, or nothing.</summary>
        Agrees,

        /// <summary>Something else.</summary>
        Disagrees,

        /// <summary>It stands alone.</summary>
        Taken,
    }

    private readonly record struct Judgement(Answer Answer, Beside Beside);
}
