using Mlj.Recognition.Cells;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Responses;

/// <summary>Reads whose a row is: the cells of the address, the name and the telephone.</summary>
internal sealed class PersonColumns
{
    private readonly ResponsePool _pool;
    private readonly int? _email, _name, _first, _middle, _last, _phone;

    /// <summary>Takes the columns of a sheet.</summary>
    /// <param name="layout">Which column is for what.</param>
    /// <param name="pool">Where addresses and names are kept.</param>
    public PersonColumns(SheetLayout layout, ResponsePool pool)
    {
        _pool = pool;
        (_email, _name, _phone) = (Of(SourceColumnRole.Email), Of(SourceColumnRole.Name), Of(SourceColumnRole.Phone));
        (_first, _middle, _last) = (Of(SourceColumnRole.FirstName), Of(SourceColumnRole.MiddleName), Of(SourceColumnRole.LastName));

        int? Of(SourceColumnRole role) => layout.Column(role)?.Column;
    }

    /// <summary>A row with its number, its person and nothing else yet.</summary>
    public ResponseRow Read(SheetRow row)
    {
        var address = _pool.Address(row.Utf8(_email));
        return new ResponseRow
        {
            Number = row.Number,
            Address = address,
            Name = Name(row),
            Phone = _pool.Phone(address, row.Utf8(_phone)),
            Submitted = null,
        };
    }

    private string? Name(SheetRow row) => (_name is not null ? _pool.Name(row.Utf8(_name)) : null)
        ?? (_first is not null || _last is not null ? PersonName.Tidy($"{row.Text(_first)} {row.Text(_middle)} {row.Text(_last)}") : null);
}
