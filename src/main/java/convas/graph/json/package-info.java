/** Designs as files: reading with every problem reported, writing in a fixed order, atomic saving, migrations. */
package convas.graph.json;
