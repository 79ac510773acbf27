using Microsoft.EntityFrameworkCore;

namespace Mlj.Hosting.Data;

/// <summary>The tables of sessions. What makes them stands in <see cref="SqliteSchema"/>.</summary>
internal sealed class SessionContext(DbContextOptions<SessionContext> options) : DbContext(options)
{
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<UseRow> Use => Set<UseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(row => row.Id);
            session.HasIndex(row => row.Expires).HasDatabaseName("sessions_expires");
            session.Property(row => row.Id).HasColumnName("id");
            session.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
            session.Property(row => row.Created).HasColumnName("created");
            session.Property(row => row.Expires).HasColumnName("expires");
            session.Property(row => row.State).HasColumnName("state");
        });
        modelBuilder.Entity<UseRow>(use =>
        {
            use.ToTable("use_counts");
            use.HasKey(row => row.Name);
            use.Property(row => row.Name).HasColumnName("name");
            use.Property(row => row.Times).HasColumnName("times");
        });
    }
}
