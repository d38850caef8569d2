/**
 * Files of tensors: safetensors and NumPy's archives, read and written without the engine. A ground room for whoever has
 * tensors in files: weights and checkpoints, inputs and outputs of a run, arrays that are data.
 */
package convas.tensor;
