using SalesCrm.Application.Customers;
using SalesCrm.Application.Relationships;

namespace SalesCrm.Application.Tests.Relationships;

public sealed class RelationshipSignsTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, RelationshipType.Basic)]
    [InlineData(3, 0, 0, 0, 0, 0, RelationshipType.Reactive)]
    [InlineData(3, 1, 1, 0, 0, 0, RelationshipType.Accountable)]
    [InlineData(0, 2, 0, 1, 0, 0, RelationshipType.Proactive)]
    [InlineData(2, 2, 1, 1, 1, 0, RelationshipType.Partnership)]
    [InlineData(2, 2, 1, 1, 0, 1, RelationshipType.Partnership)]
    [InlineData(2, 0, 0, 0, 1, 0, RelationshipType.Reactive)]
    public void H01_The_closest_type_whose_signs_are_there_is_proposed(int outbound, int inbound, int asked, int own, int referrals, int joint, RelationshipType expected)
        => Assert.Equal(expected, new RelationshipSigns(1, outbound, inbound, asked, own, referrals, joint).Proposal);
}
