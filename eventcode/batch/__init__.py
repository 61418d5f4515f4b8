"""Coding many documents: on all cores, with resumption, and as parts of jobs of Dask, Spark and Ray."""

from eventcode.batch.run import code_documents, cores
from eventcode.batch.worker import Coded, Job, Rejected

__all__ = ["Coded", "Job", "Rejected", "code_documents", "cores"]
