using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.Running;

/// <summary>What one run over a file knows: who, when, by which profile, what the rows may refer to, and whose figures must follow.</summary>
internal sealed class ImportRun
{
    public ImportRun(CrmDbContext db, CompanyClock clock, Actor actor, MappingProfile profile, bool isDry)
    {
        (Db, Clock, Actor, Profile, IsDry) = (db, clock, actor, profile, isDry);
        People = new PeopleBook(this);
        Products = new ProductBook(this);
        Customers = new CustomerBook(this);
        External = new ExternalBook(this);
        Industries = new WordBook(this, DictionaryKind.Industry);
        Sources = new WordBook(this, DictionaryKind.Source);
        Sizes = new SizeBook(this);
        LossReasons = new WordBook(this, DictionaryKind.LossReason);
        DisqualifyReasons = new WordBook(this, DictionaryKind.DisqualifyReason);
    }

    public CrmDbContext Db { get; }

    public CompanyClock Clock { get; }

    public Actor Actor { get; }

    public MappingProfile Profile { get; }

    public DayShape Days => new(Clock.Zone, Profile.Dates);

    /// <summary>Nothing is written; the report is the same.</summary>
    public bool IsDry { get; }

    /// <summary>The fields of the admin's own, and what the rows bring for them.</summary>
    public required OwnFields Own { get; init; }

    public PeopleBook People { get; }

    public ProductBook Products { get; }

    public CustomerBook Customers { get; }

    public ExternalBook External { get; }

    public WordBook Industries { get; }

    public WordBook Sources { get; }

    public WordBook Sizes { get; }

    public WordBook LossReasons { get; }

    public WordBook DisqualifyReasons { get; }

    /// <summary>Customers whose deals or opportunities changed.</summary>
    public HashSet<long> Traded { get; } = [];

    /// <summary>Customers whose log changed.</summary>
    public HashSet<long> Contacted { get; } = [];

    /// <summary>Opportunities whose log changed.</summary>
    public HashSet<long> Discussed { get; } = [];

    /// <summary>Shared things (words, products, people) are the admin's to make.</summary>
    public bool MayCreate(string what) => Actor.SeesEverything && Profile.MayCreate(what);

    public IEnumerable<IReferenceBook> Books => [People, Products, Industries, Sources, Sizes, LossReasons, DisqualifyReasons];
}
