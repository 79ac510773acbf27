using Mlj.Pipeline;

namespace Mlj.Benchmarks.Data;

/// <summary>What is asked of each action, by the name of the case: the action's, and what is special in brackets.</summary>
internal static class ActionCases
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["add_assignment_score"] = """{}""",
        ["add_average"] = """{}""",
        ["add_column"] = """{"default_value":"Room 7"}""",
        ["add_formula_column"] = """{"column_name":"Half","formula":"[Average] / 2"}""",
        ["add_grades"] = """{"score_column":"Average"}""",
        ["add_grades (+/-)"] = """{"score_column":"Average","scale":"plus_minus"}""",
        ["add_pass_fail"] = """{"score_column":"Average"}""",
        ["add_random_scores"] = """{}""",
        ["add_rank"] = """{"score_column":"Average"}""",
        ["add_rank (ties)"] = """{"score_column":"Tests Taken"}""",
        ["calculate_bonus"] = """{"score_column":"Average"}""",
        ["collate_scores"] = """{}""",
        ["collate_scores (mid)"] = """{"method":"median"}""",
        ["convert_scale"] = """{"score_column":"Average","to":"four_point"}""",
        ["count_tests"] = """{"result_column":"Taken"}""",
        ["curve"] = """{"score_column":"Average","method":"square_root"}""",
        ["drop_lowest"] = """{}""",
        ["fill_missing"] = """{"columns":["Test 1 Score"],"number":0}""",
        ["filter_data (range)"] = """{"column":"Average","operator":"between","value":[40,60]}""",
        ["filter_data (text)"] = """{"column":"Full Name","operator":"contains","value":"an"}""",
        ["filter_data (one_of)"] = """{"column":"Group","operator":"one_of","value":["blue","red"]}""",
        ["redact"] = """{}""",
        ["remove_column"] = """{"column_name":"Telephone"}""",
        ["rename_column"] = """{"old_name":"Telephone","new_name":"Phone"}""",
        ["round_scores"] = """{"decimals":1}""",
        ["sort_data (numbers)"] = """{"column":"Average","ascending":false}""",
        ["sort_data (text)"] = """{"column":"Full Name"}""",
        ["sort_data (emails)"] = """{"column":"Email"}""",
        ["sort_data (groups)"] = """{"column":"Group"}""",
        ["weighted_average"] = """{"weights":[1,1,1,2,2,2,1,1,1,3,3,3]}""",
    };

    public static IEnumerable<string> Names => Parameters.Keys;

    /// <summary>The action of a case.</summary>
    public static string ActionOf(string name) => name.Split(' ')[0];

    public static Plan PlanOf(string name) =>
        PlanJson.TryRead($$"""{"seed":7000000000000007,"steps":[{"action":"{{ActionOf(name)}}","params":{{Parameters[name]}}}]}""", BuiltInActions.Catalog, out var plan, out var problems)
            ? plan
            : throw new InvalidOperationException(string.Join(' ', problems));
}
