export type StockBand = "none" | "few" | "some" | "many";

/** The exact number changes with every rental and says more than anybody needs. */
export function stockBand(stock: number): StockBand {
  if (stock <= 0) return "none";
  if (stock < 20) return "few";
  return stock < 100 ? "some" : "many";
}
