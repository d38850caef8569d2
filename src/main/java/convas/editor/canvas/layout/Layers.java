package convas.editor.canvas.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which nodes follow each other along the flow: each stands one layer behind the last of those that it reads from. Nodes
 * that read from nothing stand right before their first reader. A circle is cut where its first node is.
 *
 * @param of the layer of each node, from 0
 * @param count how many there are
 */
record Layers(int[] of, int count) {
    /** @param wires pairs of nodes: where a tensor comes from and where it goes */
    static Layers of(int nodes, List<int[]> wires) {
        List<List<Integer>> readers = new ArrayList<>();
        int[] waiting = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            readers.add(new ArrayList<>(2));
        }
        for (int[] wire : wires) {
            readers.get(wire[0]).add(wire[1]);
            waiting[wire[1]]++;
        }
        boolean[] first = new boolean[nodes];
        int[] layer = new int[nodes];
        boolean[] done = new boolean[nodes];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int node = 0; node < nodes; node++) {
            if (waiting[node] == 0) {
                first[node] = true;
                ready.add(node);
            }
        }
        int next = 0;
        for (int placed = 0; placed < nodes; placed++) {
            while (ready.isEmpty()) {
                if (!done[next]) {
                    ready.add(next);
                }
                next++;
            }
            int node = ready.remove();
            done[node] = true;
            for (int reader : readers.get(node)) {
                if (!done[reader]) {
                    layer[reader] = Math.max(layer[reader], layer[node] + 1);
                    if (--waiting[reader] == 0) {
                        ready.add(reader);
                    }
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (first[node]) {
                layer[node] = Math.max(
                        0,
                        readers.get(node).stream()
                                        .mapToInt(reader -> layer[reader])
                                        .min()
                                        .orElse(1)
                                - 1);
            }
        }
        return new Layers(layer, 1 + Arrays.stream(layer).max().orElse(-1));
    }
}
