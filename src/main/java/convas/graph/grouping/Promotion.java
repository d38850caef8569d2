package convas.graph.grouping;

import convas.graph.ParameterDeclaration;

/**
 * A value inside a new module that becomes one of its parameters. Several values of one name, written alike, become one
 * parameter that sets them all.
 *
 * @param node the node that has the value
 * @param parameter the node's parameter
 * @param name what the module calls it
 * @param declaration its type and range; where it has no default, a value that is no expression becomes the default
 */
public record Promotion(String node, String parameter, String name, ParameterDeclaration declaration) {}
