namespace GanDsl;

/// <summary>A point of a curve: the rows of one bucket.</summary>
/// <param name="Step">Where it is drawn.</param>
/// <param name="Each">The mean of the rows.</param>
/// <param name="Mean">The mean of these and neighbouring rows.</param>
/// <param name="Least">The least value of the rows.</param>
/// <param name="Greatest">The greatest value of the rows.</param>
internal readonly record struct CurvePoint(double Step, double Each, double Mean, double Least, double Greatest);
