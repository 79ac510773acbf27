using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Mlj.Hosting.Telegram.Tests.Fakes;

namespace Mlj.Hosting.Telegram.Tests.Emulator;

/// <summary>
/// The whole flow with the emulator. It has no files, no menu and no documents: those calls are answered by the fake that stands before it;
/// all others go to the emulator as they are.
/// </summary>
public sealed class EmulatorTests
{
    private static readonly string[] NotInTheEmulator = ["getFile", "file", "sendDocument", "editMessageCaption", "setMyCommands"];

    [EmulatorFact]
    public async Task Story_ByTheEmulator_LeadsFromStartToTheFile()
    {
        using var emulator = await TelegramTestApi.StartAsync();
        await using var telegram = await FakeTelegram.StartAsync();
        using var http = new HttpClient();
        telegram.Elsewhere = async (context, method, body) =>
        {
            if (NotInTheEmulator.Contains(method))
                return false;
            using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
            using var response = await http.PostAsync(emulator.Address + context.Request.Path, content);
            context.Response.StatusCode = (int)response.StatusCode;
            await context.Response.WriteAsync(await response.Content.ReadAsStringAsync());
            return true;
        };
        await using var bot = await Bot.StartAsync(telegram, new Stores());

        await SayAsync("/start");
        await SaysAsync("lose no row");
        await SayAsync("/nonsense");
        await SaysAsync("do not know this command");
        telegram.SendFile("Test 1.csv", Samples.Test(1));
        var document = JsonNode.Parse(telegram.TakeUpdate())!["message"]!["document"]!.DeepClone();
        await emulator.SendAsync("sendMessage", FakeTelegram.Token, new JsonObject { ["from"] = Person(), ["chat"] = Chat(), ["document"] = document });
        await SaysAsync("<b>1 file</b>");
        await PressAsync("Make the table");
        await SaysAsync("<b>3 people, 1 test</b>");
        await SayAsync("add pass fail at 50");
        await SaysAsync("<b>Preview</b>");
        await PressAsync("Apply");
        await SaysAsync("Applied.");
        await SayAsync("/undo");
        await SaysAsync("Taken back.");
        await PressAsync("Get the file");
        await SaysAsync("Which file?");
        await PressAsync("Excel (xlsx)");
        await bot.UntilAsync(() => telegram.Messages.Values.Any(message => message.IsDocument), "the workbook");
        await SayAsync("/delete");
        await SaysAsync("cannot be undone");
        await PressAsync("Delete");
        await SaysAsync("Deleted: 1 file");

        JsonObject Person() => new() { ["id"] = 7, ["first_name"] = "Zoë", ["is_bot"] = false };

        JsonObject Chat() => new() { ["id"] = 7, ["first_name"] = "Zoë", ["type"] = "private" };

        Task SayAsync(string text) => emulator.SendAsync(text[0] == '/' ? "sendCommand" : "sendMessage", FakeTelegram.Token, new JsonObject
        {
            ["from"] = Person(),
            ["chat"] = Chat(),
            ["text"] = text,
            ["entities"] = text[0] == '/' ? new JsonArray(new JsonObject { ["offset"] = 0, ["length"] = text.Length, ["type"] = "bot_command" }) : null,
        });

        async Task PressAsync(string text)
        {
            var (message, button) = (await emulator.MessagesAsync(FakeTelegram.Token)).SelectMany(update => ButtonsOf(update).Select(each => (Message: (long)update["messageId"]!, Button: each))).Last(each => (string)each.Button["text"]! == text);
            await emulator.SendAsync("sendCallback", FakeTelegram.Token, new JsonObject { ["from"] = Person(), ["message"] = new JsonObject { ["message_id"] = message, ["chat"] = Chat() }, ["data"] = (string)button["callback_data"]! });
        }

        async Task SaysAsync(string text)
        {
            for (var waited = 0; ; waited++)
            {
                var texts = (await emulator.MessagesAsync(FakeTelegram.Token)).Select(update => (string?)update["message"]!["text"] ?? "").ToList();
                if (texts.Any(each => each.Contains(text, StringComparison.Ordinal)))
                    return;
                Assert.True(waited < 1_200, $"Waited in vain for '{text}'. It said:\n{string.Join("\n--\n", texts)}\n{string.Join('\n', bot.Log.TakeLast(20))}");
                await Task.Delay(50);
            }
        }
    }

    private static IEnumerable<JsonNode> ButtonsOf(JsonObject update) =>
        update["message"]!["reply_markup"]?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray()).OfType<JsonNode>() ?? [];
}
