"""The model. Whoever imports a part of it comes by here before torch is loaded."""

import os

# OpenMP's threads wait for the next operation by turning in a loop, up to a tenth of a second each time; where others
# compute, too, they take the core from the thread that they wait for. This many turns outlast the gaps between
# operations, and no more. Read once, when torch is loaded.
if "OMP_WAIT_POLICY" not in os.environ:
    os.environ.setdefault("GOMP_SPINCOUNT", "20000")
