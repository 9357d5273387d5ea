using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>Where an address leads, and what may be done there: what a TLB entry holds.</summary>
/// <param name="Address">The physical address of the byte asked for.</param>
/// <param name="Page">The first frame of the page.</param>
/// <param name="Level">The level of the entry that maps the page: 1 for a small page, 2 or 3 for a large one.</param>
/// <param name="Rights">Of the whole path.</param>
/// <param name="IsGlobal">The translation belongs to all address spaces.</param>
public readonly record struct Translation(PhysAddr Address, PhysAddr Page, int Level, PathRights Rights, bool IsGlobal);
