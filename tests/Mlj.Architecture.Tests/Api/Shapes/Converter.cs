namespace Mlj.Architecture.Tests.Api.Shapes;

public delegate TOut? Converter<in TIn, out TOut>(TIn value, string? hint = null) where TOut : class;
