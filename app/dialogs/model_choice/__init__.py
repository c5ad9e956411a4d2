"""The choice of a model: what is here and can do the job, what could be had, how long it will take on this machine."""
