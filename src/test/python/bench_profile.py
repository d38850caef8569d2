"""Whether the times of a profile hold together, network by network.

    python3 src/test/python/bench_profile.py [--seconds S] [--threads N] [NETWORK:BATCH[:training] ...]

Runs `./convas profile NETWORK --json` for each and prints, over the whole forward pass with nobody looking on: the sum of
the nodes and of what lies between them (*sum*), what lies between them alone, interruptions by other programs included
(*between*), and the pass with a clock around every step (*looking on*); for training also the sum over the nodes of the
backward pass over the real one in one go (*node by node*).
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

NETWORKS = ["ghostnet:1", "ghostnet:4:training", "shufflenetv1:1", "shufflenetv1:4:training", "resnet50:1",
            "resnet50:4:training", "digits-ghost:64", "digits-ghost:64:training"]
HOME = pathlib.Path(__file__).resolve().parents[3]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", default="20")
    parser.add_argument("--threads", default="1")
    parser.add_argument("networks", nargs="*", default=NETWORKS, metavar="NETWORK:BATCH[:training]")
    options = parser.parse_args()
    print("| network, batch | whole forward | sum | between | looking on | backward | node by node |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for network in options.networks:
            name, batch, *mode = network.split(":")
            profile = json.loads(subprocess.run(
                [HOME / "convas", "profile", name, "--batch", batch, "--mode", *(mode or ["inference"]), "--json",
                 "--seconds", options.seconds, "--threads", options.threads, "--profiles", folder],
                check=True, stdout=subprocess.PIPE).stdout)
            whole = profile["whole"]
            forward, between = whole["forward"]["middle"], whole["overhead"]["middle"]
            total = between + sum(node["forward"]["middle"] for node in profile["nodes"])
            back = ["", ""]
            if mode:
                backward = whole["backward"]["middle"]
                by_node = sum(node["backward"]["middle"] for node in profile["nodes"])
                back = [f"{backward:.1f} ms", f"{by_node / backward:.2f}"]
            label = ", ".join([name, *mode, batch])
            print(f"| {label} | {forward:.1f} ms | {total / forward:.2f} | {between / forward:.2f} "
                  f"| {whole['observed']['middle'] / forward:.2f} | {back[0]} | {back[1]} |", flush=True)


if __name__ == "__main__":
    main()
