using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Mlj.Agent.OpenAI.Tests;

public sealed class ModelEndpointTests
{
    private static ModelEndpoint? From(params (string Name, string Value)[] variables) =>
        ModelEndpoint.FromEnvironment(name => variables.FirstOrDefault(each => each.Name == name).Value);

    [Fact]
    public void Environment_WithoutVariables_GivesNone() => Assert.Null(From(("GROQ_API_KEY", " ")));

    [Fact]
    public void Environment_WithAGroqKey_GivesGroqAndItsModel()
    {
        var endpoint = From(("GROQ_API_KEY", "gsk-1"))!;

        Assert.Equal(("https://api.groq.com/openai/v1", ModelEndpoint.GroqModel), (endpoint.BaseAddress.ToString(), endpoint.Model));
        Assert.Equal("llama-x", From(("GROQ_API_KEY", "gsk-1"), ("MLJ_MODEL", "llama-x"))!.Model);
    }

    [Fact]
    public void Environment_WithAnAddress_PrefersIt()
    {
        var endpoint = From(("GROQ_API_KEY", "gsk-1"), ("MLJ_MODEL_BASE_ADDRESS", "http://localhost:11434/v1"), ("MLJ_MODEL", "qwen3"))!;

        Assert.Equal(ModelEndpoint.Ollama("qwen3"), endpoint);
    }

    [Fact]
    public void Environment_WithAnAddressButNoModel_IsAnError() =>
        Assert.Contains("MLJ_MODEL", Assert.Throws<ArgumentException>(() => From(("MLJ_MODEL_BASE_ADDRESS", "https://models.example.org/v1"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://models.example.org/v1")]
    [InlineData("ftp://models.example.org/v1")]
    [InlineData("https://name:word@models.example.org/v1")]
    public void Address_ThatWouldGiveTheKeyAway_IsRefusedWithoutShowingIt(string address) =>
        Assert.DoesNotContain("sk-secret", Assert.Throws<ArgumentException>(() => new ModelEndpoint(new Uri(address), "m", "sk-secret")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Text_OfAnEndpoint_HidesTheKey()
    {
        var text = ModelEndpoint.OpenAI("sk-secret").ToString();

        Assert.DoesNotContain("sk-secret", text, StringComparison.Ordinal);
        Assert.Contains("key set", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_WithAnEndpoint_HaveAClientThatNamesItsModel()
    {
        using var services = new ServiceCollection().AddMljOpenAI(ModelEndpoint.LMStudio("qwen3")).BuildServiceProvider();

        var metadata = (ChatClientMetadata)services.GetRequiredService<IChatClient>().GetService(typeof(ChatClientMetadata))!;

        Assert.Equal("qwen3", metadata.DefaultModelId);
    }
}
