"""Models: which are here, which can be got, which of them suit the job and this machine, and what is done with them."""
